/** Begins new contacts, and creates them together with the company that they work for. */
@NullMarked
package eu.rempart.contact.employer;

import org.jspecify.annotations.NullMarked;
