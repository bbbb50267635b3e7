package org.mailroom.campaign;

import java.util.List;
import java.util.Map;

/**
 * A submitting unit.
 *
 * @param code for example 320000
 * @param name for example 江苏省
 * @param shortName for example 江苏
 * @param kind key of the campaign's unit kinds: province, municipality, autonomous_region, xpcc
 * @param addressee how a mail addresses it, for example 江苏省级评选机构
 * @param pronoun how a mail speaks of it: 贵省, 贵市, 贵区, 兵团
 * @param aliases names that mean this unit, in subjects, unit fields and file names, never in postal addresses
 * @param documentPrefixes heads of its 发文字号, for example 苏
 * @param domains mail domains, weak evidence
 * @param cities its sub-provincial cities, which have no quota and no mail route of their own
 * @param places its prefectures, never evidence for another unit
 * @param quotas places by quota key, for example collective, individual, division
 */
public record Unit(
        String code,
        String name,
        String shortName,
        String kind,
        String addressee,
        String pronoun,
        List<String> aliases,
        List<String> documentPrefixes,
        List<String> domains,
        List<String> cities,
        List<String> places,
        Map<String, Integer> quotas) {
    public Unit {
        aliases = List.copyOf(aliases);
        documentPrefixes = List.copyOf(documentPrefixes);
        domains = List.copyOf(domains);
        cities = List.copyOf(cities);
        places = List.copyOf(places);
        quotas = Map.copyOf(quotas);
    }
}
