package org.durumi.cases;

import java.util.List;

/**
 * One line of a list of cases.
 *
 * @param caseworkers the handles of those who work on it now
 * @param changedOutside whether somebody changed what the list shows of it past the application
 */
public record CaseLine(CaseFile file, List<String> caseworkers, boolean changedOutside) {}
