/**
 * The way in: the start page, the choice of a language, and whether the application is ready.
 *
 * <p>May import: all features.
 */
package org.durumi.web.start;
