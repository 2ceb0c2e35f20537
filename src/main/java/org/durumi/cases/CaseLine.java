package org.durumi.cases;

import java.util.List;

/**
 * One line of a list of cases.
 *
 * @param caseworkers the handles of those who work on it now
 */
public record CaseLine(CaseFile file, List<String> caseworkers) {}
