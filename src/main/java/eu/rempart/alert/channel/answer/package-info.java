/**
 * Where providers of text messages that are called over HTTP bring what people answer: one address,
 * for whoever shows a token that an administrator made.
 */
@NullMarked
package eu.rempart.alert.channel.answer;

import org.jspecify.annotations.NullMarked;
