package org.durumi.requests;

import org.durumi.kernel.CaseNumber;

/**
 * A request in a list of several cases, which shows what stands of it in clear.
 *
 * @param request not opened
 */
public record RequestLine(CaseNumber number, Request request) {}
