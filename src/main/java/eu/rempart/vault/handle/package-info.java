/**
 * By what right work goes: the handle of whoever is signed in, or of a job, and the thread that
 * goes by it. A handle holds no key; the vault alone knows which ones are open.
 */
@NullMarked
package eu.rempart.vault.handle;

import org.jspecify.annotations.NullMarked;
