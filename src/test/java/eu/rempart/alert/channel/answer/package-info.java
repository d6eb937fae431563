/** Tests of where answers to text messages come in. */
@NullMarked
package eu.rempart.alert.channel.answer;

import org.jspecify.annotations.NullMarked;
