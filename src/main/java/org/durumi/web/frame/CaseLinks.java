package org.durumi.web.frame;

import java.util.List;

/** What a feature offers in the head of a case: things to record, to look at, to decide. It reads nothing for it. */
public interface CaseLinks {
    /** Those for this reader; empty if there are none. */
    List<CaseLink> of(OpenCase open);
}
