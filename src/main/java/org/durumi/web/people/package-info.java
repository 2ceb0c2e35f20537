/**
 * The pages that show, record and search names: no other page does.
 *
 * <p>May import: all features.
 */
package org.durumi.web.people;
