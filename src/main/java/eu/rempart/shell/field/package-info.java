/**
 * Input fields that several rooms share: lists of e-mails, phones and addresses with one primary
 * each. They hold values of {@code common} and work with a Binder as any Vaadin field does.
 */
@NullMarked
package eu.rempart.shell.field;

import org.jspecify.annotations.NullMarked;
