package org.mailroom.testing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mailroom.campaign.Campaign;
import org.mailroom.dossier.Scans;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.ScanRecogniser;
import org.mailroom.message.Part;
import org.mailroom.reading.PageReader;
import org.mailroom.reading.ScanPage;

/** For desks of tests that read no scans: asking for a page fails the test. */
public final class Scanning {
    public static Scans.Means none(Campaign campaign, List<FormDescriptor> forms) {
        PageReader reader = new PageReader() {
            @Override
            public ScanPage recognise(Part part, String name, int page) throws IOException {
                throw new IOException("this test reads no scans");
            }

            @Override
            public Optional<byte[]> picture(Part part, String name, int page, int width) throws IOException {
                throw new IOException("this test shows no scans");
            }
        };
        return new Scans.Means(new ScanRecogniser(forms, campaign.lexicon()), reader, mail -> {
            throw new IllegalStateException("this test opens no kept mail");
        });
    }

    private Scanning() {}
}
