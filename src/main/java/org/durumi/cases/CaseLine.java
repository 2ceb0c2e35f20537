package org.durumi.cases;

import java.util.List;
import java.util.Optional;

/**
 * One line of a list of cases.
 *
 * @param caseworkers the handles of those who work on it now
 * @param insteadOf the handle of the caseworker for whom the reader stands in; empty if it is their own, or of their team
 * @param changedOutside whether somebody changed what the list shows of it past the application
 */
public record CaseLine(CaseFile file, List<String> caseworkers, Optional<String> insteadOf, boolean changedOutside) {}
