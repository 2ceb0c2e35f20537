/**
 * What a caseworker asks a supervisor for: to let something pass that is blocked, to give a case to a colleague, to decide something.
 *
 * <p>May import: what risk may, and risk.
 */
@NullMarked
package org.durumi.requests;

import org.jspecify.annotations.NullMarked;
