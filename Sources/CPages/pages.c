#include "CPages.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Every file in `pages/`, in the order of the paths; a test compares this list with the folder.

static const unsigned char icon_svg[] = {
#embed "../../pages/icon.svg"
};
static const unsigned char page_js[] = {
#embed "../../pages/page.js"
};
static const unsigned char style_css[] = {
#embed "../../pages/style.css"
};
static const unsigned char templates_changes_html[] = {
#embed "../../pages/templates/changes.html"
};
static const unsigned char templates_charts_html[] = {
#embed "../../pages/templates/charts.html"
};
static const unsigned char templates_conversion_html[] = {
#embed "../../pages/templates/conversion.html"
};
static const unsigned char templates_document_html[] = {
#embed "../../pages/templates/document.html"
};
static const unsigned char templates_file_html[] = {
#embed "../../pages/templates/file.html"
};
static const unsigned char templates_finding_html[] = {
#embed "../../pages/templates/finding.html"
};
static const unsigned char templates_format_html[] = {
#embed "../../pages/templates/format.html"
};
static const unsigned char templates_formats_html[] = {
#embed "../../pages/templates/formats.html"
};
static const unsigned char templates_group_html[] = {
#embed "../../pages/templates/group.html"
};
static const unsigned char templates_icon_accepted_html[] = {
#embed "../../pages/templates/icon-accepted.html"
};
static const unsigned char templates_icon_rejected_html[] = {
#embed "../../pages/templates/icon-rejected.html"
};
static const unsigned char templates_icon_undecided_html[] = {
#embed "../../pages/templates/icon-undecided.html"
};
static const unsigned char templates_icon_unreadable_html[] = {
#embed "../../pages/templates/icon-unreadable.html"
};
static const unsigned char templates_icon_warned_html[] = {
#embed "../../pages/templates/icon-warned.html"
};
static const unsigned char templates_kept_conversion_html[] = {
#embed "../../pages/templates/kept-conversion.html"
};
static const unsigned char templates_layout_html[] = {
#embed "../../pages/templates/layout.html"
};
static const unsigned char templates_loss_html[] = {
#embed "../../pages/templates/loss.html"
};
static const unsigned char templates_mail_html[] = {
#embed "../../pages/templates/mail.html"
};
static const unsigned char templates_next_html[] = {
#embed "../../pages/templates/next.html"
};
static const unsigned char templates_origin_chart_html[] = {
#embed "../../pages/templates/origin-chart.html"
};
static const unsigned char templates_overview_html[] = {
#embed "../../pages/templates/overview.html"
};
static const unsigned char templates_paragraph_html[] = {
#embed "../../pages/templates/paragraph.html"
};
static const unsigned char templates_problem_html[] = {
#embed "../../pages/templates/problem.html"
};
static const unsigned char templates_remove_html[] = {
#embed "../../pages/templates/remove.html"
};
static const unsigned char templates_result_html[] = {
#embed "../../pages/templates/result.html"
};
static const unsigned char templates_rule_html[] = {
#embed "../../pages/templates/rule.html"
};
static const unsigned char templates_rules_html[] = {
#embed "../../pages/templates/rules.html"
};
static const unsigned char templates_sign_in_html[] = {
#embed "../../pages/templates/sign-in.html"
};
static const unsigned char templates_sign_out_html[] = {
#embed "../../pages/templates/sign-out.html"
};
static const unsigned char templates_stage_chart_html[] = {
#embed "../../pages/templates/stage-chart.html"
};
static const unsigned char templates_start_html[] = {
#embed "../../pages/templates/start.html"
};
static const unsigned char templates_submission_html[] = {
#embed "../../pages/templates/submission.html"
};
static const unsigned char templates_submissions_html[] = {
#embed "../../pages/templates/submissions.html"
};
static const unsigned char texts_en_json[] = {
#embed "../../pages/texts.en.json"
};

static const CPageFile files[] = {
    {"icon.svg", icon_svg, sizeof(icon_svg)},
    {"page.js", page_js, sizeof(page_js)},
    {"style.css", style_css, sizeof(style_css)},
    {"templates/changes.html", templates_changes_html, sizeof(templates_changes_html)},
    {"templates/charts.html", templates_charts_html, sizeof(templates_charts_html)},
    {"templates/conversion.html", templates_conversion_html, sizeof(templates_conversion_html)},
    {"templates/document.html", templates_document_html, sizeof(templates_document_html)},
    {"templates/file.html", templates_file_html, sizeof(templates_file_html)},
    {"templates/finding.html", templates_finding_html, sizeof(templates_finding_html)},
    {"templates/format.html", templates_format_html, sizeof(templates_format_html)},
    {"templates/formats.html", templates_formats_html, sizeof(templates_formats_html)},
    {"templates/group.html", templates_group_html, sizeof(templates_group_html)},
    {"templates/icon-accepted.html", templates_icon_accepted_html, sizeof(templates_icon_accepted_html)},
    {"templates/icon-rejected.html", templates_icon_rejected_html, sizeof(templates_icon_rejected_html)},
    {"templates/icon-undecided.html", templates_icon_undecided_html, sizeof(templates_icon_undecided_html)},
    {"templates/icon-unreadable.html", templates_icon_unreadable_html, sizeof(templates_icon_unreadable_html)},
    {"templates/icon-warned.html", templates_icon_warned_html, sizeof(templates_icon_warned_html)},
    {"templates/kept-conversion.html", templates_kept_conversion_html, sizeof(templates_kept_conversion_html)},
    {"templates/layout.html", templates_layout_html, sizeof(templates_layout_html)},
    {"templates/loss.html", templates_loss_html, sizeof(templates_loss_html)},
    {"templates/mail.html", templates_mail_html, sizeof(templates_mail_html)},
    {"templates/next.html", templates_next_html, sizeof(templates_next_html)},
    {"templates/origin-chart.html", templates_origin_chart_html, sizeof(templates_origin_chart_html)},
    {"templates/overview.html", templates_overview_html, sizeof(templates_overview_html)},
    {"templates/paragraph.html", templates_paragraph_html, sizeof(templates_paragraph_html)},
    {"templates/problem.html", templates_problem_html, sizeof(templates_problem_html)},
    {"templates/remove.html", templates_remove_html, sizeof(templates_remove_html)},
    {"templates/result.html", templates_result_html, sizeof(templates_result_html)},
    {"templates/rule.html", templates_rule_html, sizeof(templates_rule_html)},
    {"templates/rules.html", templates_rules_html, sizeof(templates_rules_html)},
    {"templates/sign-in.html", templates_sign_in_html, sizeof(templates_sign_in_html)},
    {"templates/sign-out.html", templates_sign_out_html, sizeof(templates_sign_out_html)},
    {"templates/stage-chart.html", templates_stage_chart_html, sizeof(templates_stage_chart_html)},
    {"templates/start.html", templates_start_html, sizeof(templates_start_html)},
    {"templates/submission.html", templates_submission_html, sizeof(templates_submission_html)},
    {"templates/submissions.html", templates_submissions_html, sizeof(templates_submissions_html)},
    {"texts.en.json", texts_en_json, sizeof(texts_en_json)},
};

const CPageFile *emx_page_file(size_t position) {
    return position < sizeof(files) / sizeof(files[0]) ? &files[position] : NULL;
}
