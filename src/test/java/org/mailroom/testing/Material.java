package org.mailroom.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.mailroom.campaign.Unit;
import org.mailroom.demo.SampleNominee;
import org.mailroom.demo.SampleScan;
import org.mailroom.form.Descriptors;
import org.mailroom.form.Filled;
import org.mailroom.form.Filling;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.FormWriter;

/** What units attach: first-stage material of the Chinese campaign, the application of the English one. */
public final class Material {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private Material() {}

    /** Everything the first stage asks for, each as Word file and as scan. */
    public static MailBuilder complete(MailBuilder mail, Unit unit, int collectives, int individuals) {
        List<SampleNominee> nominees = Forms.samples().nominees(unit, collectives, individuals);
        pair(mail, "初审评选推荐工作报告", Forms.report(unit).nominees(nominees).docx());
        for (SampleNominee nominee : nominees) {
            pair(
                    mail,
                    "附件1推荐对象初审表（" + nominee.name() + "）",
                    Forms.firstReview(unit).nominees(List.of(nominee)).docx());
        }
        return pair(mail, "附件5推荐对象汇总表", Forms.summary(unit).nominees(nominees).docx());
    }

    /** A Word file and the scan of the same name. */
    public static MailBuilder pair(MailBuilder mail, String name, byte[] docx) {
        return mail.attach(name + ".docx", DOCX, docx)
                .attach(name + "（盖章扫描件）.pdf", "application/pdf", SampleScan.pdf(name, 1));
    }

    /** A valid application; change a field to make it wrong. */
    public static Filled application(String title) {
        try {
            FormDescriptor form = Descriptors.of(Descriptors.MAPLE, "application-form");
            return new Filled(
                    form,
                    Filling.none()
                            .with("organization", "Rideau Trails Association")
                            .with("title", title)
                            .with("summary", "Forty kilometres of trail are mapped, marked and opened to everybody.")
                            .with("amount", "25000")
                            .with("contactMail", "trails@ontario.example")
                            .signed("signature", "", "March 2, 2026"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] docx(Filled form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new FormWriter().write(List.of(form), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
