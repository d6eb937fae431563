/**
 * Tests of the image and of its compose file without an engine: what the file promises about
 * isolation, and the entry point run in a plain folder, with a small application in place of
 * Rempart.
 */
@NullMarked
package eu.rempart.docker;

import org.jspecify.annotations.NullMarked;
