// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "hearsay/render/ranking.hpp"
#include "render/figures.hpp"
#include "render/json_parts.hpp"
#include "render/names.hpp"

namespace hearsay {
namespace {

class RankingWriter {
  public:
    RankingWriter(const Analysis& analysis, std::ostream& out) : analysis_(analysis), json_(out) {}

    void write_all(const std::vector<ClaimId>& claims) {
        json_.open('{').key("schema").value("hearsay.ranking/1");
        json_.key("articles").value(analysis_.documents.size()).key("claims_in_all").value(analysis_.claims.size());
        json_.key("claims").open('[');
        for (const ClaimId id : claims) write_claim(id);
        if (!claims.empty()) json_.line();
        json_.close().close();
    }

  private:
    void write_claim(ClaimId id) {
        const auto index = static_cast<std::size_t>(id);
        const Corroboration& figures = analysis_.corroboration[index];
        json_.line().open('{').key("id").value(name_of(id)).key("rank").value(index + 1);
        json_.key("text").value(analysis_.claims[index].text).key("documents").value(figures.documents);
        json_.key("publishers").value(figures.publishers);
        json_.key("mentions").value(analysis_.claims[index].mentions.size());
        write_figures(json_, figures);
        write_origins(json_, figures.origins, [this](const Origin& origin) { write_origin(origin); });
        json_.key("explanation").value(figures.explanation).close();
    }

    void write_origin(const Origin& origin) {
        const Source& source = analysis_.sources[static_cast<std::size_t>(origin.source)];
        json_.open('{').key("source").value(name_of(origin.source)).key("name").value(source.name);
        json_.key("stance").value(to_string(origin.stance)).key("counted").value(origin.counted).close();
    }

    const Analysis& analysis_;
    JsonStream json_;
};

}  // namespace

void write_ranking_json(const Analysis& analysis, const std::vector<ClaimId>& claims, std::ostream& out) {
    RankingWriter(analysis, out).write_all(claims);
    out << '\n';
    check_json(out);
}

}  // namespace hearsay
