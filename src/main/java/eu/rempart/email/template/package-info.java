/** Texts that e-mails begin with, and the fields in them that a record fills. */
@NullMarked
package eu.rempart.email.template;

import org.jspecify.annotations.NullMarked;
