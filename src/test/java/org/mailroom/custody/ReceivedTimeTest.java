package org.mailroom.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceivedTimeTest {
    private static final Instant INTERNAL = Instant.parse("2021-08-31T16:00:30Z");
    private final ReceivedTime ours = new ReceivedTime(Set.of("mx.office.example"));

    @Test
    void topmost_field_of_a_trusted_host_counts_even_below_others() {
        assertThat(ours.judge(
                                List.of(
                                        "from mx.office.example by store.office.example; Wed, 1 Sep 2021 00:00:20 +0800",
                                        "from relay (relay.example [192.0.2.1]) by MX.office.example; Tue, 31 Aug 2021 23:59:58 +0800",
                                        "from x by mx.office.example; Mon, 30 Aug 2021 10:00:00 +0800"),
                                INTERNAL)
                        .receivedAt())
                .isEqualTo(Instant.parse("2021-08-31T15:59:58Z"));
    }

    @Test
    void host_that_calls_itself_by_or_writes_comments_is_not_trusted() {
        for (String forged : List.of(
                "from by (by mx.office.example) by relay.example; Mon, 30 Aug 2021 10:00:00 +0800",
                "from pc (HELO by mx.office.example) by relay.example; Mon, 30 Aug 2021 10:00:00 +0800",
                "from relay.example (by mx.office.example); Mon, 30 Aug 2021 10:00:00 +0800")) {
            assertThat(ours.judge(List.of(forged), INTERNAL).receivedAt())
                    .as(forged)
                    .isEqualTo(INTERNAL);
        }
    }

    @Test
    void without_trusted_hosts_ten_minutes_are_believed_and_more_are_doubted() {
        ReceivedTime anyone = new ReceivedTime(Set.of());

        assertThat(anyone.judge(List.of("from a by b; Tue, 31 Aug 2021 23:50:30 +0800"), INTERNAL)
                        .doubt())
                .isEmpty();
        assertThat(anyone.judge(List.of("from a by b; Tue, 31 Aug 2021 23:50:29 +0800"), INTERNAL)
                        .doubt())
                .contains(Instant.parse("2021-08-31T15:50:29Z"));
    }

    @Test
    void newest_date_is_the_one_compared() {
        assertThat(new ReceivedTime(Set.of())
                        .judge(
                                List.of(
                                        "from a by b; Tue, 31 Aug 2021 08:00:00 +0800",
                                        "from a by b; Tue, 31 Aug 2021 23:59:00 +0800"),
                                INTERNAL)
                        .doubt())
                .isEmpty();
    }

    @Test
    void unreadable_fields_change_nothing() {
        assertThat(ours.judge(List.of("", ";", "by mx.office.example; yesterday", "((((by"), INTERNAL))
                .isEqualTo(new ReceivedTime.Judged(INTERNAL, java.util.Optional.empty()));
    }
}
