/**
 * How often somebody may ask for something.
 *
 * <p>May import: kernel, identity.
 */
package org.durumi.identity.limit;
