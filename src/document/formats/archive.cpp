// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "document/bytes/libarchive_reader.hpp"
#include "document/bytes/unpack.hpp"
#include "document/formats/format.hpp"

namespace hearsay {

namespace {

constexpr std::string_view kManifest = "corpus.csv";

/// The documents in an archive's members, in the order of the archive, each member read by its content.
class Archive final : public DocumentStream {
  public:
    Archive(Input opened, const InputContext& context, Packed kind)
        : DocumentStream(std::move(opened), context), archive_(take_bytes(), kind) {}

    std::optional<RawDocument> next() override {
        for (bool more = true; more; more = member_ || next_member()) {
            try {
                if (auto document = member_ ? member_->next() : std::nullopt) return document;
            } catch (const BrokenInput& error) {
                if (is_over()) throw;
                context().skipped({member_->place(), error.what()});
            }
            member_.reset();
        }
        return std::nullopt;
    }
    std::string place() const override { return name_.empty() ? input().name() : path() + name_; }

    /// Bytes of the present member.
    std::size_t read(char* to, std::size_t most) {
        const std::size_t got = archive_.read(to, most);
        unpacked_ += got;
        is_bomb_ = true;
        check_unpacked(unpacked_, archive_.position(), limits());
        is_bomb_ = false;
        return got;
    }

  private:
    std::string path() const { return input().path.empty() ? std::string() : input().path + "/"; }
    /// Whether nothing more of the archive can be had.
    bool is_over() const { return archive_.broken() || is_bomb_; }

    /// Goes to the next member and opens it, if it is to be read; false at the end.
    bool next_member() {
        pass_over_rest();
        if (!archive_.next()) return false;
        name_ = Text::decode(archive_.name()).utf8();
        if (!archive_.is_file()) return true;
        if (++members_ > limits().members)
            throw BrokenInput("is one file more than the " + std::to_string(limits().members) +
                              " that are read of an archive; raise --max-members to read on");
        try {
            open_member();
        } catch (const BrokenInput& error) {
            if (is_over()) throw;
            skip(error.what());
        }
        return true;
    }
    void open_member();
    /// What is left of a member is read, not jumped over, so that no bomb goes off unseen.
    void pass_over_rest() {
        std::array<char, 16384> rest;
        try {
            while (members_ > 0 && read(rest.data(), rest.size()) > 0) continue;
        } catch (const BrokenInput&) {
            if (is_over()) throw;
        }
    }

    LibarchiveReader archive_;
    std::unique_ptr<DocumentStream> member_;
    std::string name_;
    std::uint64_t members_ = 0, unpacked_ = 0;
    bool is_bomb_ = false;
};

class MemberSource final : public ByteSource {
  public:
    explicit MemberSource(Archive& archive) : archive_(archive) {}
    std::size_t read(char* to, std::size_t most) override { return archive_.read(to, most); }

  private:
    Archive& archive_;
};

void Archive::open_member() {
    if (archive_.is_encrypted()) return skip("is encrypted; unpack it with its password");
    if (name_.substr(name_.rfind('/') + 1) == kManifest)
        return skip("is a manifest, which counts in a folder only; unpack the archive to use it");
    Input member{
        std::make_unique<ByteStream>(std::make_unique<MemberSource>(*this)), {}, path() + name_, ending_of(name_)};
    member.id = input().id + "/" + without_ending(name_);
    member.depth = input().depth + 1;
    if (is_input_name(name_) || is_unmistakable(member.bytes->peek(kFirstBytes), context().names))
        member_ = open_documents(std::move(member), context());
}

std::unique_ptr<DocumentStream> open_archive(Input input, const InputContext& context, Packed kind) {
    const std::size_t depth = context.options.limits.archive_depth;
    if (input.depth < depth) return std::make_unique<Archive>(std::move(input), context, kind);
    context.skipped(
        {input.name(), "is an archive in " + std::to_string(depth) + " others; raise --max-archives to read it"});
    return nullptr;
}

}  // namespace

bool is_zip(const Sample& sample) { return sample.bytes.starts_with("PK\3\4") || sample.bytes.starts_with("PK\5\6"); }

std::unique_ptr<DocumentStream> open_zip(Input input, const InputContext& context) {
    return open_archive(std::move(input), context, Packed::zip);
}

bool is_tar(const Sample& sample) {
    constexpr std::size_t kMagic = 257;
    return sample.bytes.size() > kMagic && sample.bytes.substr(kMagic).starts_with("ustar");
}

std::unique_ptr<DocumentStream> open_tar(Input input, const InputContext& context) {
    return open_archive(std::move(input), context, Packed::tar);
}

}  // namespace hearsay
