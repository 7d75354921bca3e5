// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "raw_names.hpp"

namespace hearsay {

/// Reads titles and offices around a name into it.
class TitleReader {
  public:
    TitleReader(const TokenizedText& text, const SourceLexicon& lexicon, const Gazetteer& gazetteer)
        : text_(&text), lexicon_(&lexicon), offices_(text, gazetteer, lexicon) {}

    /// Takes titles off the name's front and reads those before it. Leaves an empty name where it is nothing but a
    /// title.
    void read_before(RawName& name, TokenRange sentence) const;
    /// Reads appositions: "Chad O'Carroll, CEO of", "the head of the army, Gen Cheyre".
    void read_appositions(RawName& name, TokenRange sentence) const;

  private:
    void drop_portfolio(RawName& name, TokenRange sentence) const;
    bool surname_after(TokenRange names) const;
    void read_title_before(RawName& name, TokenRange sentence) const;
    std::uint32_t title_before(std::uint32_t name, std::uint32_t begin) const;
    std::uint32_t office_begin(std::uint32_t title, std::uint32_t limit) const;
    void read_apposition_after(RawName& name, TokenRange sentence) const;
    void read_apposition_before(RawName& name, TokenRange sentence) const;
    void take_gender(RawName& name, TokenRange title) const;

    const TokenizedText* text_;
    const SourceLexicon* lexicon_;
    OfficeReader offices_;
};

}  // namespace hearsay
