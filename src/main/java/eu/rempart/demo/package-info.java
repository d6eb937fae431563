/**
 * A believable firm to look around in: people and companies of four countries, with changes over
 * time and a bin that is not empty, made through the same services that people use.
 */
@NullMarked
package eu.rempart.demo;

import org.jspecify.annotations.NullMarked;
