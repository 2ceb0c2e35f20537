/**
 * Names, contacts, needs and family: the only place where names live. Consents are asked for by who must see no name: they lie in cases.
 *
 * <p>May import: the packages of cases, and cases.
 */
@NullMarked
package org.durumi.people;

import org.jspecify.annotations.NullMarked;
