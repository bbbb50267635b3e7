package org.mailroom.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D-2: what "before a day" means, to the second, in the campaign's zone. */
class DeadlineTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource({
        "S0, 2021-08-13T23:59:59+08:00, true",
        "S0, 2021-08-14T00:00:00+08:00, false",
        "S1, 2021-08-31T23:59:59+08:00, true",
        "S1, 2021-08-31T15:59:59.999Z, true",
        "S1, 2021-09-01T00:00:00+08:00, false",
        "S2, 2021-09-30T23:59:59+08:00, true",
        "S2, 2021-10-01T00:00:00+08:00, false",
    })
    void the_due_day_counts_whole(String stage, String received, boolean onTime) {
        Campaign cnipa = CopiedCampaign.of(CopiedCampaign.CNIPA, temporary).load();
        assertThat(cnipa.stage(stage).orElseThrow().onTime(instant(received))).isEqualTo(onTime);
    }

    @ParameterizedTest
    @CsvSource({
        "17:30, 2021-08-31T17:29:59+08:00, true",
        "17:30, 2021-08-31T17:30:00+08:00, false",
        "00:00, 2021-08-30T23:59:59+08:00, true",
        "00:00, 2021-08-31T00:00:00+08:00, false",
    })
    void a_time_of_day_closes_the_stage_as_it_strikes(String cutoff, String received, boolean onTime) {
        CopiedCampaign cnipa = CopiedCampaign.of(CopiedCampaign.CNIPA, temporary);
        cnipa.replace(
                "campaign.yaml", "due: 2021-08-31\n    cutoff: END_OF_DAY", "due: 2021-08-31\n    cutoff: " + cutoff);
        assertThat(cnipa.load().stage("S1").orElseThrow().onTime(instant(received)))
                .isEqualTo(onTime);
    }

    /** Toronto springs from 02:00 to 03:00 on 2026-03-08, and falls from 02:00 to 01:00 on 2026-11-01. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-06, END_OF_DAY, 2026-03-07T05:00:00Z",
        "2026-03-07, END_OF_DAY, 2026-03-08T05:00:00Z",
        "2026-03-08, END_OF_DAY, 2026-03-09T04:00:00Z",
        "2026-03-08, 01:59, 2026-03-08T06:59:00Z",
        "2026-03-08, 03:00, 2026-03-08T07:00:00Z",
        "2026-10-31, END_OF_DAY, 2026-11-01T04:00:00Z",
        "2026-11-01, END_OF_DAY, 2026-11-02T05:00:00Z",
        "2026-11-01, 01:30, 2026-11-01T06:30:00Z",
    })
    void the_close_is_right_across_the_change_of_clocks(String due, String cutoff, String closesBefore) {
        CopiedCampaign maple = CopiedCampaign.of(CopiedCampaign.MAPLE, temporary);
        maple.replace("campaign.yaml", "due: 2026-03-06", "due: " + due);
        maple.replace("campaign.yaml", "cutoff: END_OF_DAY", "cutoff: " + cutoff);
        assertThat(maple.load().stage("A1").orElseThrow().closesBefore()).isEqualTo(Instant.parse(closesBefore));
    }

    @Test
    void a_time_that_the_clocks_skip_is_refused() {
        CopiedCampaign maple = CopiedCampaign.of(CopiedCampaign.MAPLE, temporary);
        maple.replace("campaign.yaml", "due: 2026-03-06", "due: 2026-03-08");
        int line = maple.replace("campaign.yaml", "cutoff: END_OF_DAY", "cutoff: 02:30");
        assertThat(maple.mistake())
                .isEqualTo("maple-2026/campaign.yaml, line " + line
                        + ": \"cutoff\": must be a time that exists on 2026-03-08 in America/Toronto, found 02:30");
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
