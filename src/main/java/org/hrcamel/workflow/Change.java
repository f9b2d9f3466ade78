package org.hrcamel.workflow;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One field of the target that a push would change.
 *
 * @param path dotted path of the field, such as {@code info.phone}
 * @param from present value, a null node when there is none
 * @param to new value
 */
public record Change(String path, JsonNode from, JsonNode to) {}
