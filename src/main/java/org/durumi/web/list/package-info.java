/**
 * Where a caseworker's work begins: the list of cases.
 *
 * <p>May import: all features.
 */
package org.durumi.web.list;
