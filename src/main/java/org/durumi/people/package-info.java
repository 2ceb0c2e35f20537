/**
 * Names, contacts, needs, family and consent: the only place where names live.
 *
 * <p>May import: the packages of cases, and cases.
 */
@NullMarked
package org.durumi.people;

import org.jspecify.annotations.NullMarked;
