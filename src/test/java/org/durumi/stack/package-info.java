/** The real servers for the tests: the whole product once per run, a container for tests inside it, and a browser. */
package org.durumi.stack;
