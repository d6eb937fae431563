/**
 * What the screens of all rooms do alike with a form that was left unfinished: tell of it, go on
 * with it, give it up. Has no view of its own.
 */
@NullMarked
package eu.rempart.draft.ui;

import org.jspecify.annotations.NullMarked;
