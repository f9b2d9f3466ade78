/**
 * What a workflow is, whatever the vendors: its settings, one run of it, the steps of its route, the run's result.
 *
 * <p>A {@link org.hrcamel.workflow.Run} begins when its route's consumer fires. Each {@link org.hrcamel.workflow.Item} passes the steps
 * read → logics → format → push, and leaves exactly one {@link org.hrcamel.workflow.Outcome}, which
 * {@link org.hrcamel.workflow.ItemAccounting} books.
 */
package org.hrcamel.workflow;
