// SPDX-License-Identifier: Apache-2.0
#include "render/graphviz.hpp"

#include <cgraph.h>
#include <gvc.h>

#include <memory>
#include <mutex>

#include "hearsay/error.hpp"

#if defined(__SANITIZE_ADDRESS__)
/// Graphviz 2.42 and fontconfig keep some kilobytes for each drawing; what is ours is still checked.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libgv\n"
           "leak:libcgraph\n"
           "leak:libfontconfig\n"
           "leak:libpango\n"
           "leak:libglib\n";
}
#endif

namespace hearsay {
namespace {

OutputError failure(const std::string& what) {
    const char* cause = aglasterr();
    return OutputError("Graphviz can't " + what + (cause != nullptr ? std::string(": ") + cause : ""));
}

/// Graphviz keeps its state in globals: one context for the process, one thread at a time.
class Graphviz {
  public:
    Graphviz() : context_(gvContext()) { agseterr(AGMAX); }

    std::string svg_of(const std::string& dot) {
        const std::lock_guard lock(mutex_);
        const std::unique_ptr<Agraph_t, decltype(&agclose)> graph(agmemread(dot.c_str()), &agclose);
        if (!graph) throw failure("read the graph");
        if (gvLayout(context_, graph.get(), "dot") != 0) throw failure("lay out the graph");
        const auto free_layout = [this](Agraph_t* laid_out) { gvFreeLayout(context_, laid_out); };
        const std::unique_ptr<Agraph_t, decltype(free_layout)> layout(graph.get(), free_layout);
        return render(graph.get());
    }

  private:
    std::string render(Agraph_t* graph) {
        char* data = nullptr;
        unsigned size = 0;
        if (gvRenderData(context_, graph, "svg", &data, &size) != 0 || data == nullptr) throw failure("draw the graph");
        const std::unique_ptr<char, decltype(&gvFreeRenderData)> owner(data, &gvFreeRenderData);
        return {data, size};
    }

    GVC_t* context_;
    std::mutex mutex_;
};

}  // namespace

std::string svg_of(const std::string& dot) {
    static Graphviz& graphviz =
        *new Graphviz;  // never freed: its plugins' libraries would go while others may still draw
    return graphviz.svg_of(dot);
}

}  // namespace hearsay
