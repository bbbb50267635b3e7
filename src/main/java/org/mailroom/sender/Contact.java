package org.mailroom.sender;

import org.mailroom.message.Address;

/**
 * An address in the registry.
 *
 * @param unit the unit's code
 * @param address lower case
 * @param name "" if it is not known
 * @param source who says so: settings, contact form of mail N, a person's account
 */
public record Contact(String unit, String address, String name, State state, String source) {
    /** How far an address may be trusted and used. */
    public enum State {
        /** Speaks for its unit and is written to. */
        REGISTERED,
        /** Named by a form, not yet approved by a person: no evidence. */
        PROVISIONAL,
        /** Mail to it came back; what comes from it still speaks for its unit. */
        INVALID,
        /** A person said no: no evidence, unless a person says otherwise later. */
        REFUSED
    }

    @Override
    public String toString() {
        return unit + " " + new Address(address, "").masked() + " " + state;
    }
}
