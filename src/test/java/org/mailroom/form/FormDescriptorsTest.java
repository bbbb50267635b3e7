package org.mailroom.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.campaign.CampaignException;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.campaign.Entry;

/** A mistake in a descriptor names file, line and what is expected, and stops the start. */
class FormDescriptorsTest {
    @TempDir
    private Path folder;

    private Entry changed(String from, String to) throws IOException {
        String text = Files.readString(Descriptors.CNIPA.resolve("forms/first-review-form.yaml"));
        assertThat(text).contains(from);
        Files.createDirectories(folder.resolve("forms"));
        Files.writeString(folder.resolve("forms/first-review-form.yaml"), text.replace(from, to));
        return new CampaignLoader().file(folder, "forms/first-review-form.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anchorsNeeded: 3 | anchorNeeded: 3 | anchorNeeded",
                "anchorsNeeded: 3 | anchorsNeeded: 9 | anchorsNeeded",
                "推荐对象初审表$ | (推荐对象初审表 | regular expression",
                "labels: [性别], type: code | labels: [性别], type: gender | type",
                "labels: [民族], type: code | labels: [民族], type: text | codes",
                "nameField: name | nameField: nome | nameField",
                "categoryField: category | categoryField: kategorie | categoryField",
                "name: sex, | name: birth, | birth stands twice",
                "{label: 性　别} | {label: 年　龄} | 年　龄",
                "anchors: [推荐类别, | anchors: [推荐种别, | 推荐种别",
                "labels: [性别] | labels: ['：'] | labels",
            })
    void a_mistake_is_named(String from, String to, String named) throws IOException {
        Entry file = changed(from, to);
        assertThatThrownBy(() -> FormDescriptors.load(List.of(file), Descriptors.lexicon(Descriptors.CNIPA)))
                .isInstanceOf(CampaignException.class)
                .hasMessageMatching("(?s).*first-review-form\\.yaml, line [0-9]+: .*")
                .hasMessageContaining(named);
    }

    @Test
    void one_document_has_one_descriptor() throws IOException {
        Entry file = changed("letter: false", "letter: false");
        assertThatThrownBy(() -> FormDescriptors.load(List.of(file, file), Descriptors.lexicon(Descriptors.CNIPA)))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("document");
    }

    @Test
    void labels_come_in_the_order_of_the_blank() throws IOException {
        FormDescriptor form = Descriptors.of(Descriptors.CNIPA, "summary-form");
        assertThat(form.labels()).startsWith("填报单位（盖章）：", "填报日期：", "序号", "集体名称").endsWith("填表人：", "联系电话：");
    }
}
