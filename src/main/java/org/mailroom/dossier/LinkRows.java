package org.mailroom.dossier;

import java.util.List;
import org.mailroom.message.OpenedMail.CloudLink;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cloud links found in mails (D-7): noted, never fetched. */
final class LinkRows {
    private final JdbcClient jdbc;

    LinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long mailId, CloudLink link) {
        jdbc.sql("insert into cloud_link (mail_id, host, about) values (:mail, :host, :about)")
                .param("mail", mailId)
                .param("host", link.host())
                .param("about", link.about().substring(0, Math.min(link.about().length(), 1000)))
                .update();
    }

    List<String> hosts(List<Long> mails) {
        return mails.isEmpty()
                ? List.of()
                : jdbc.sql("select distinct host from cloud_link where mail_id in (:mails) order by host")
                        .param("mails", mails)
                        .query(String.class)
                        .list();
    }
}
