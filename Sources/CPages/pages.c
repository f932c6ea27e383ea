#include "CPages.h"

// Pages are embedded here and not by `.embedInCode`: that writes a list of numbers in Swift, which for a page of 200 KB takes
// the compiler twenty seconds. The object file depends on what it embeds, so that a page that changes is embedded again.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char readme_en[] = {
#embed "../../README.md"
};
static const unsigned char readme_es[] = {
#embed "../../Docs/es/README.md"
};
static const unsigned char tutorial_en[] = {
#embed "../../Docs/tutorial.md"
};
static const unsigned char tutorial_es[] = {
#embed "../../Docs/es/tutorial.md"
};
static const unsigned char course_en[] = {
#embed "../../Docs/course.md"
};
static const unsigned char course_es[] = {
#embed "../../Docs/es/course.md"
};
static const unsigned char training_en[] = {
#embed "../../Docs/training.md"
};
static const unsigned char data_en[] = {
#embed "../../Docs/data.md"
};
static const unsigned char data_es[] = {
#embed "../../Docs/es/data.md"
};
static const unsigned char drafts_en[] = {
#embed "../../Docs/drafts.md"
};
static const unsigned char drafts_es[] = {
#embed "../../Docs/es/drafts.md"
};
static const unsigned char formats_en[] = {
#embed "../../Docs/formats.md"
};
static const unsigned char findings_en[] = {
#embed "../../Docs/findings.md"
};
static const unsigned char messages_en[] = {
#embed "../../Docs/messages.md"
};
static const unsigned char messages_es[] = {
#embed "../../Docs/es/messages.md"
};
static const unsigned char ledger_en[] = {
#embed "../../Docs/ledger.md"
};
static const unsigned char log_en[] = {
#embed "../../Docs/log.md"
};
static const unsigned char log_es[] = {
#embed "../../Docs/es/log.md"
};
static const unsigned char rehearsal_en[] = {
#embed "../../Docs/rehearsal.md"
};
static const unsigned char exchange_en[] = {
#embed "../../Docs/exchange.md"
};
static const unsigned char honduras_2025_en[] = {
#embed "../../Docs/honduras-2025.md"
};
static const unsigned char bundles_en[] = {
#embed "../../Docs/bundles.md"
};
static const unsigned char modules_en[] = {
#embed "../../Docs/modules.md"
};
static const unsigned char security_en[] = {
#embed "../../Docs/security.md"
};
static const unsigned char methods_counts_en[] = {
#embed "../../Docs/methods/counts.md"
};
static const unsigned char methods_counts_es[] = {
#embed "../../Docs/es/methods/counts.md"
};
static const unsigned char methods_recount_en[] = {
#embed "../../Docs/methods/recount.md"
};
static const unsigned char methods_recount_es[] = {
#embed "../../Docs/es/methods/recount.md"
};
static const unsigned char methods_incidents_en[] = {
#embed "../../Docs/methods/incidents.md"
};
static const unsigned char methods_incidents_es[] = {
#embed "../../Docs/es/methods/incidents.md"
};
static const unsigned char methods_calibration_en[] = {
#embed "../../Docs/methods/calibration.md"
};
static const unsigned char methods_wording_en[] = {
#embed "../../Docs/methods/wording.md"
};

#define EDITION(bytes) {bytes, sizeof bytes}

static const struct veedor_page pages[] = {
    {"readme", EDITION(readme_en), EDITION(readme_es)},
    {"tutorial", EDITION(tutorial_en), EDITION(tutorial_es)},
    {"course", EDITION(course_en), EDITION(course_es)},
    {"training", EDITION(training_en), {NULL, 0}},
    {"data", EDITION(data_en), EDITION(data_es)},
    {"drafts", EDITION(drafts_en), EDITION(drafts_es)},
    {"formats", EDITION(formats_en), {NULL, 0}},
    {"findings", EDITION(findings_en), {NULL, 0}},
    {"messages", EDITION(messages_en), EDITION(messages_es)},
    {"ledger", EDITION(ledger_en), {NULL, 0}},
    {"log", EDITION(log_en), EDITION(log_es)},
    {"rehearsal", EDITION(rehearsal_en), {NULL, 0}},
    {"exchange", EDITION(exchange_en), {NULL, 0}},
    {"honduras-2025", EDITION(honduras_2025_en), {NULL, 0}},
    {"bundles", EDITION(bundles_en), {NULL, 0}},
    {"modules", EDITION(modules_en), {NULL, 0}},
    {"security", EDITION(security_en), {NULL, 0}},
    {"methods/counts", EDITION(methods_counts_en), EDITION(methods_counts_es)},
    {"methods/recount", EDITION(methods_recount_en), EDITION(methods_recount_es)},
    {"methods/incidents", EDITION(methods_incidents_en), EDITION(methods_incidents_es)},
    {"methods/calibration", EDITION(methods_calibration_en), {NULL, 0}},
    {"methods/wording", EDITION(methods_wording_en), {NULL, 0}},
};

size_t veedor_page_count(void) { return sizeof pages / sizeof pages[0]; }

const struct veedor_page *veedor_page_at(size_t index) { return &pages[index]; }
