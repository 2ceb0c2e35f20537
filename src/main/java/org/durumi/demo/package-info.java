/**
 * The demo cases. Nobody imports demo, and it is not in the production WAR.
 *
 * <p>May import: everything.
 */
package org.durumi.demo;
