package org.durumi.cases;

import java.util.List;

/** One page of a list of cases. */
public record CasePage(List<CaseLine> lines, boolean hasMore) {}
