// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "document/formats/record.hpp"

namespace hearsay {
namespace {

RawDocument document_of(std::string_view record, const FieldMap& chosen = {}) {
    auto read = FieldNames(chosen).document_of(boost::json::parse(record).as_object(), {});
    if (const auto* cause = std::get_if<std::string>(&read)) throw std::runtime_error(*cause);
    return std::get<RawDocument>(read);
}

std::string refusal(std::string_view record, const FieldMap& chosen = {}) {
    try {
        return "no refusal but " + document_of(record, chosen).text;
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

TEST(FieldNames, KnowWhatCommonSourcesCallThem) {
    const char* const records[] = {
        // news-please, newspaper3k, NewsAPI, CC-News, the Guardian, Webz.io, WordPress, JSON Feed
        R"({"maintext":"T.","title":"H","source_domain":"lamp.example","date_publish":"2025-03-04","url":"u"})",
        R"({"text":"T.","title":"H","publish_date":"2025-03-04","source_url":"u","domain":"lamp.example"})",
        R"({"content":"T.","title":"H","source":{"id":null,"name":"lamp.example"},"publishedAt":"2025-03-04","url":"u"})",
        R"({"text":"T.","title":"H","domain":"lamp.example","date":"2025-03-04","url":"u"})",
        R"({"fields":{"bodyText":"T."},"webTitle":"H","webPublicationDate":"2025-03-04","webUrl":"u","source":"lamp.example"})",
        R"({"text":"T.","title":"H","published":"2025-03-04","url":"u","thread":{"site":"lamp.example"}})",
        R"({"content":{"rendered":"<p>T.</p>"},"title":{"rendered":"H"},"date":"2025-03-04","link":"u","site":"lamp.example"})",
        R"({"content_html":"<p>T.</p>","title":"H","date_published":"2025-03-04","url":"u","publisher":"lamp.example"})"};
    for (const char* record : records) {
        const RawDocument document = document_of(record);
        EXPECT_EQ(document.text, "T.") << record;
        EXPECT_EQ(document.title.value, "H") << record;
        EXPECT_EQ(document.publisher.value, "lamp.example") << record;
        EXPECT_EQ(document.published.value, "2025-03-04") << record;
        EXPECT_EQ(document.url.value, "u") << record;
    }
}

TEST(FieldNames, PreferTheMoreTrustedName) {
    const auto document =
        document_of(R"({"summary":"S.","content":"C.","text":"T.","source":"other","publisher":"P"})");
    EXPECT_EQ(document.text, "T.");
    EXPECT_EQ(document.publisher.value, "P");
    EXPECT_TRUE(document.fields.contains("content"));
    EXPECT_TRUE(document.fields.contains("source"));
    EXPECT_FALSE(document.fields.contains("text"));
}

TEST(FieldNames, FollowTheUsersMapAlone) {
    const FieldMap map = parse_field_map("text=story.long,publisher=meta.outlet.name,id=key");
    const auto document = document_of(
        R"({"text":"T.","story":{"long":"L."},"meta":{"outlet":{"name":"P"}},"key":12,"publisher":"Q"})", map);
    EXPECT_EQ(document.text, "L.");
    EXPECT_EQ(document.publisher.value, "P");
    EXPECT_EQ(document.id, "12");
    EXPECT_EQ(refusal(R"({"text":"T."})", map),
              "has no \"story.long\"; name the field that holds the text with --map text=FIELD");
}

TEST(FieldNames, TakeAColumnThatHasADotInItsName) {
    EXPECT_EQ(document_of(R"({"text":"T.","source.name":"P"})").publisher.value, "P");
}

TEST(FieldNames, ReadParagraphsAndSecondsToo) {
    const auto document = document_of(R"({"text":["One.","Two."],"published":1741068000})");
    EXPECT_EQ(document.text, "One.\n\nTwo.");
    EXPECT_EQ(document.published.value, "2025-03-04");
    EXPECT_EQ(document_of(R"({"text":"T.","timestamp":1741068000123})").published.value, "2025-03-04");
    EXPECT_FALSE(document_of(R"({"text":"T.","published":2025})").published);
}

TEST(FieldNames, LeaveTheFieldTextAsGiven) {
    EXPECT_EQ(document_of(R"({"text":"<p>A &amp; B</p>"})").text, "<p>A &amp; B</p>");
    EXPECT_EQ(document_of(R"({"body":"<p>A &amp; B</p><p>C</p>"})").text, "A & B\n\nC");
    EXPECT_EQ(document_of(R"({"body":"1 < 2 & 3"})").text, "1 < 2 & 3");
}

TEST(FieldNames, SayWhyThereIsNoText) {
    EXPECT_EQ(refusal("{}"), "has no \"text\"; name the field that holds the text with --map text=FIELD");
    EXPECT_EQ(refusal(R"({"text":5})"), "\"text\" is no string");
    EXPECT_EQ(refusal(R"({"text":""})"), "\"text\" is empty");
    EXPECT_EQ(refusal(R"({"text":" \n"})"), "\"text\" is empty");
    EXPECT_EQ(refusal(R"({"body":"<p> </p>"})"), "\"text\" is empty");
}

TEST(FieldMap, RefusesWhatItCannotUnderstand) {
    EXPECT_EQ(parse_field_map("text=body,publisher=source.name").at("publisher"), "source.name");
    EXPECT_TRUE(parse_field_map("").empty());
    EXPECT_THROW(parse_field_map("text"), std::invalid_argument);
    EXPECT_THROW(parse_field_map("text="), std::invalid_argument);
    EXPECT_THROW(parse_field_map("body=text"), std::invalid_argument);
    EXPECT_THROW(FieldNames(FieldMap{{"body", "text"}}), std::invalid_argument);
}

}  // namespace
}  // namespace hearsay
