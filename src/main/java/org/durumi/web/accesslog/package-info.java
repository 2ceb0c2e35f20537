/**
 * The auditor's page: who saw or did what.
 *
 * <p>May import: all features.
 */
package org.durumi.web.accesslog;
