package org.hrcamel.workflow;

/**
 * One {@code key = value} as written.
 *
 * @param value as written, placeholders such as <code>{{env:NAME}}</code> not yet resolved
 * @param position where the key stands
 * @param valuePosition where the value stands
 */
public record Setting(String key, String value, Position position, Position valuePosition) {}
