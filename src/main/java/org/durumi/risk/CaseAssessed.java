package org.durumi.risk;

import org.durumi.cases.CaseFile;
import org.durumi.vault.Recording;

/**
 * Fired after everybody in an open case was assessed anew: what is bound to what stands against something can now be compared with it.
 *
 * @param recording of the system, which read the case for the assessment; nobody is shown anything of it
 */
public record CaseAssessed(CaseFile file, Recording recording) {}
