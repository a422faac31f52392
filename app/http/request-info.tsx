import { createContext, useContext } from 'react'

/** What the server knows of one request while it renders: never part of any loader's data. */
export interface RequestInfo {
  nonce: string
  reference: string
}

/** Empty in the browser, where scripts have their nonce and the reference is already drawn. */
export const RequestInfoContext = createContext<RequestInfo>({ nonce: '', reference: '' })

export const useRequestInfo = () => useContext(RequestInfoContext)
