package org.mailroom.campaign;

/**
 * A kind of nominee, for example 先进集体 or 先进个人.
 *
 * @param quota the key of its quota in {@link Unit#quotas()}
 * @param measure the measure word of a count, 个 or 名
 */
public record Category(String id, String name, String quota, String measure) {}
