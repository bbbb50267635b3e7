package org.mailroom.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys that tell nominees apart without storing what tells them apart: HMAC-SHA256 of the identity number, or of the
 * normalised name where the form has none (specification 2.2, 7.2).
 *
 * @param secret kept outside the database
 */
record IdentityKeys(byte[] secret) {

    String of(String unit, String category, String name, Optional<String> identityNumber) {
        return hmac(unit
                + '|'
                + category
                + '|'
                + identityNumber.map(id -> "id:" + id).orElse("name:" + name));
    }

    /** The same for the same person in whatever unit. */
    String ofPerson(String identityNumber) {
        return hmac("person|" + identityNumber);
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }

    @Override
    public String toString() {
        return "IdentityKeys[secret withheld]";
    }
}
