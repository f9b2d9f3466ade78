/**
 * What the operator wrote (settings and route files) and what is wrong with it: one class a {@link org.hrcamel.validate.Rule}. Nothing
 * here calls a vendor.
 */
package org.hrcamel.validate;
