/**
 * What an organisation runs before the application starts: its tables.
 *
 * <p>May import: nothing of ours.
 */
package org.durumi.setup;
