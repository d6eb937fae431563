/**
 * The ways that a message takes to a person: e-mail, SMS, pager, push. Each one speaks to a peer
 * that may hang, refuse or talk nonsense.
 */
@NullMarked
package eu.rempart.alert.channel;

import org.jspecify.annotations.NullMarked;
