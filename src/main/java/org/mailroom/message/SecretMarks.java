package org.mailroom.message;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/** Marks of secrecy, looked for in texts of any width, without their blanks. What matched is never told. */
public final class SecretMarks {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private final Patterns marks;

    /** @throws org.mailroom.campaign.CampaignException if the lexicon lacks mail.secret-marks */
    public SecretMarks(Lexicon lexicon) {
        this.marks = Patterns.of(lexicon, "mail.secret-marks");
    }

    public boolean in(String text) {
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return marks.find(BLANKS.matcher(wide).replaceAll(""));
    }
}
