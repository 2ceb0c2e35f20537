package org.durumi.risk;

import org.durumi.approval.WaivedContent;
import org.durumi.cases.CaseFile;

/**
 * A supervisor waived a block of a case that they decide about; fired before that is recorded.
 *
 * @param content what may pass
 * @param reason in the supervisor's words
 */
public record BlockWaived(CaseFile file, WaivedContent content, String reason) {}
